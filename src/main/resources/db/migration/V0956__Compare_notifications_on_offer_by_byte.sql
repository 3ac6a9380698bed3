alter table portal_notification_offer
    modify column notification varchar(40) character set utf8mb4 collate utf8mb4_bin not null;
