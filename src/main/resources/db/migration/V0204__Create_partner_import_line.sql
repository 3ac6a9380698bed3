create table partner_import_line (
    import_id       binary(16)   not null,
    line_number     int          not null,
    cells           longtext     not null,
    state           varchar(20)  not null,
    name_key        varchar(200) character set utf8mb4 collate utf8mb4_bin,
    reason          varchar(1000),
    account_id      binary(16),
    constraint pk_partner_import_line primary key (import_id, line_number),
    constraint fk_partner_import_line_import foreign key (import_id) references partner_import (id),
    index ix_partner_import_line_state (import_id, state, line_number),
    index ix_partner_import_line_name (import_id, name_key, line_number)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
