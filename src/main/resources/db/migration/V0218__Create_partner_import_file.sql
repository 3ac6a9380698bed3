create table partner_import_file (
    import_id binary(16) not null,
    content   longblob   not null,
    constraint pk_partner_import_file primary key (import_id),
    constraint fk_partner_import_file_import foreign key (import_id) references partner_import (id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
