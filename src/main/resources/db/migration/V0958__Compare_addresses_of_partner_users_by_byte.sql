alter table partner_user
    modify column email varchar(254) character set utf8mb4 collate utf8mb4_bin not null;
