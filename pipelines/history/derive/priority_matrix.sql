-- One row a pair of impact and urgency, in the words that tickets are compared by; of two spellings of one pair the more
-- urgent priority holds.
create or replace table priority_matrix as
select matrix_word(impact) as impact, matrix_word(urgency) as urgency, min(priority) as priority
from written_matrix
group by all
