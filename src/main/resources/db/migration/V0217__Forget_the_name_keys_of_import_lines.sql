alter table partner_import_line
    drop index ix_partner_import_line_name,
    drop column name_key;
