alter table membership_role
    modify column role_name varchar(20) character set utf8mb4 collate utf8mb4_bin not null;
