alter table partner_import
    modify column state varchar(20) character set utf8mb4 collate utf8mb4_bin not null;
