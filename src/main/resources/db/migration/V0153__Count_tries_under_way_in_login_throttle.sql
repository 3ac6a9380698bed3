alter table login_throttle add column under_way int not null default 0;
