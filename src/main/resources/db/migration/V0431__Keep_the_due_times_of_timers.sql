alter table deal
    add column timers_due text character set utf8mb4 collate utf8mb4_bin;
