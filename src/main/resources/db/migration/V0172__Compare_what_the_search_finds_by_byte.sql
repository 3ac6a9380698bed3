alter table search_entry
    modify column record_type varchar(40) character set utf8mb4 collate utf8mb4_bin not null,
    modify column website_host varchar(255) character set utf8mb4 collate utf8mb4_bin,
    modify column email varchar(254) character set utf8mb4 collate utf8mb4_bin,
    modify column phone_digits varchar(40) character set utf8mb4 collate utf8mb4_bin;
