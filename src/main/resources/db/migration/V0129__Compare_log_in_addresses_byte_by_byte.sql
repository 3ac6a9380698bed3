alter table app_user modify email varchar(254) character set utf8mb4 collate utf8mb4_bin not null;
