-- In the order of the list of all contacts
create index ix_partner_contact_last_name on partner_contact (organisation_id, last_name, id);
