"""The tables of the workbook, one module for each step of the user's way."""
