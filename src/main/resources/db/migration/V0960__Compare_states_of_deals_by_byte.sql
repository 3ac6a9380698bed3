alter table deal
    modify column state varchar(10) character set utf8mb4 collate utf8mb4_bin not null;
