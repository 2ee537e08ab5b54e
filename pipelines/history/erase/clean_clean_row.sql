-- What is left of texts that name somebody erased stands in their place.
create or replace temp table clean_row as
select clean_row.* replace (
    coalesce(of_site.cleaned, site) as site,
    coalesce(of_issue_type.cleaned, issue_type) as issue_type,
    coalesce(of_sub_type.cleaned, sub_type) as sub_type,
    coalesce(of_status.cleaned, status) as status,
    coalesce(of_technician.cleaned, technician) as technician,
    coalesce(of_subject.cleaned, subject) as subject,
    coalesce(of_channel.cleaned, channel) as channel
)
from clean_row
left join clean_text as of_site on of_site.text = site
left join clean_text as of_issue_type on of_issue_type.text = issue_type
left join clean_text as of_sub_type on of_sub_type.text = sub_type
left join clean_text as of_status on of_status.text = status
left join clean_text as of_technician on of_technician.text = technician
left join clean_text as of_subject on of_subject.text = subject
left join clean_text as of_channel on of_channel.text = channel
