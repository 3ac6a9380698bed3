alter table sales_lead
    modify column external_id varchar(100) character set utf8mb4 collate utf8mb4_bin,
    modify column contact_email varchar(254) character set utf8mb4 collate utf8mb4_bin not null,
    modify column state varchar(20) character set utf8mb4 collate utf8mb4_bin not null;
