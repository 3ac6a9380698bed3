-- The content of a file in pieces, so that nobody has to hold all of it at once.
create table stored_file_part (
    file_id     binary(16) not null,
    part_number int        not null,
    content     mediumblob not null,
    constraint pk_stored_file_part primary key (file_id, part_number),
    constraint fk_stored_file_part_file foreign key (file_id) references stored_file (id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
