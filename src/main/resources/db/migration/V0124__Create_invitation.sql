create table invitation (
    id              binary(16)  not null,
    user_id         binary(16)  not null,
    organisation_id binary(16)  not null,
    token_hash      binary(32)  not null,
    expires_at      datetime(6) not null,
    used_at         datetime(6),
    revoked_at      datetime(6),
    constraint pk_invitation primary key (id),
    constraint uq_invitation_token unique (token_hash),
    constraint fk_invitation_user foreign key (user_id) references app_user (id),
    constraint fk_invitation_organisation foreign key (organisation_id) references organisation (id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
