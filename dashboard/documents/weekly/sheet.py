def workbook(told): return b""
