-- Single-use links by which people change their own log-ins. The tokens are made from the ids and a secret, and not stored.
create table account_link (
    id         binary(16)  not null,
    user_id    binary(16)  not null,
    purpose    varchar(20) not null,
    email      varchar(254) character set utf8mb4 collate utf8mb4_bin,
    token_hash binary(32)  not null,
    issued_at  datetime(6) not null,
    expires_at datetime(6) not null,
    used_at    datetime(6),
    revoked_at datetime(6),
    constraint pk_account_link primary key (id),
    constraint uq_account_link_token unique (token_hash),
    constraint fk_account_link_user foreign key (user_id) references app_user (id),
    index ix_account_link_user (user_id, purpose, issued_at)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
