"""What the workbook offers for one wing each, as pandas offers `.str`: `wb.goals` and the like."""
