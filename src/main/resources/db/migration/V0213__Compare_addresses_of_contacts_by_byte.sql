alter table partner_contact
    modify column email varchar(254) character set utf8mb4 collate utf8mb4_bin;
