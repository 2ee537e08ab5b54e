-- moment_of, for a file in which some column of instants is neither iso nor formatted: that one is read cell by cell, as
-- date_macros.sql has it. Apart, for its eleven copies in one statement cost a plain file more than its reading.
create or replace temp macro moment_of(text, how, offsets) as
    cast(case (how).kind
        when 'iso' then in_utc(try_cast(text as timestamp), (how).zone, offsets)
        when 'formatted' then in_utc(try_strptime(text, (how).formats), (how).zone, offsets)
        else read_moment(text, (how).kind, (how).formats, (how).zone)
    end as timestamp);
