"""The money of Premium Response and of the next technician; amounts in the company's currency, a month."""
