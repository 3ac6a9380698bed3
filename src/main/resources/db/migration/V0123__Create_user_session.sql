create table user_session (
    id              binary(16)  not null,
    token_hash      binary(32)  not null,
    user_id         binary(16)  not null,
    organisation_id binary(16)  not null,
    created_at      datetime(6) not null,
    expires_at      datetime(6) not null,
    address         varchar(60),
    constraint pk_user_session primary key (id),
    constraint uq_user_session_token unique (token_hash),
    constraint fk_user_session_user foreign key (user_id) references app_user (id),
    constraint fk_user_session_organisation foreign key (organisation_id) references organisation (id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
