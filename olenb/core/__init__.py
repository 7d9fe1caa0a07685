"""The workbook file and its vocabulary: nothing here imports pandas."""
