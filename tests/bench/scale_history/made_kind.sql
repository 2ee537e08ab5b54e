-- One row a type and subtype of tickets, in the sample's words, with the share of all tickets before it and with it.
create or replace temp table made_kind as
with

written as (
    from (values
        ('Password reset', 'Windows', 694), ('Backup failure', 'Server', 542),
        ('Software install or update', 'Install', 462), ('Microsoft 365', 'Office apps', 454),
        ('Line-of-business app', 'Error', 450), ('Microsoft 365', 'Teams', 434),
        ('Onboarding or leaver', 'New starter', 431), ('Email', 'Outlook', 430), ('VPN', 'Connection', 369),
        ('Wi-Fi and network', 'Wi-Fi', 349), ('Docking and screens', 'Monitor', 340),
        ('Wi-Fi and network', 'Switch', 336), ('Email', 'Delivery', 332), ('Line-of-business app', 'Slow', 321),
        ('File access', 'Restore', 320), ('Printing software', 'Driver', 316),
        ('Onboarding or leaver', 'Leaver', 307), ('Software install or update', 'Update', 294),
        ('Password reset', 'Microsoft 365', 285), ('Printer fault', 'Paper jam', 255),
        ('Printer fault', 'Toner', 254), ('Security alert', 'Phishing', 240),
        ('Printing software', 'Scan to email', 238), ('Laptop or desktop fault', 'Slow', 236), ('VPN', 'Slow', 233),
        ('File access', 'Permissions', 224), ('Laptop or desktop fault', 'Will not start', 223),
        ('Docking and screens', 'Dock', 217), ('Server or storage', 'Disk', 189), ('Phones', 'Handset', 185),
        ('Security alert', 'Sign-in risk', 178), ('Phones', 'Call routing', 167)
    ) as kind (type, sub_type, tickets)
)

select
    type, sub_type, type || ': ' || lower(sub_type) as summary, row_number() over in_order as place,
    (sum(tickets) over in_order - tickets) / sum(tickets) over () as from_share,
    sum(tickets) over in_order / sum(tickets) over () as below_share
from written
window in_order as (order by type, sub_type rows unbounded preceding)
