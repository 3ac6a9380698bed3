create table app_user (
    id            binary(16)   not null,
    email         varchar(254) not null,
    name          varchar(200) not null,
    password_hash varchar(100),
    active        boolean      not null,
    last_login_at datetime(6),
    version       int          not null,
    created_at    datetime(6)  not null,
    constraint pk_app_user primary key (id),
    constraint uq_app_user_email unique (email)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
