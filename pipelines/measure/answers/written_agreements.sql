-- One row a line of the register of agreements as it was when the history was measured.
select client, target_version, sent_on, signed_on, in_force_from from written_agreement order by rowid
