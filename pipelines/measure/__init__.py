"""From tickets to business seconds, breaches and turnaround: one .sql file a result."""
