-- Everything into the one file: a generation never has a write-ahead log beside it.
checkpoint
