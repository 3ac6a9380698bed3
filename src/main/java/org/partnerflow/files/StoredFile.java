package org.partnerflow.files;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.partnerflow.shared.OrganisationRecord;

/** A file without its content. It never changes. */
@Entity
@Table(name = "stored_file")
public class StoredFile extends OrganisationRecord {
    private String name;

    @Column(name = "media_type")
    private String mediaType;

    @Column(name = "size_in_bytes")
    private long size;

    private byte[] sha256;

    protected StoredFile() {}

    StoredFile(String name, String mediaType, long size, byte[] sha256) {
        this.name = name;
        this.mediaType = mediaType;
        this.size = size;
        this.sha256 = sha256;
    }

    public String name() {
        return name;
    }

    public String mediaType() {
        return mediaType;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    byte[] sha256() {
        return sha256;
    }
}
