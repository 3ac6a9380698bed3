create table login_throttle (
    subject       binary(32)  not null,
    failures      int         not null,
    last_failure  datetime(6) not null,
    blocked_until datetime(6),
    constraint pk_login_throttle primary key (subject)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
