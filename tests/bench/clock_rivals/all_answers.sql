-- The business seconds that the product stored, in the order of the clocks.
select business_seconds from business_seconds order by span_id;
