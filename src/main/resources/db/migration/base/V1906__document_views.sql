-- What other modules may read of documents in SQL; never the content of a file.
create view document.document_v as
    select id, type, number, number_key, issuer, issued_on, title, signer, signer_title, search from document.document;
comment on view document.document_v is 'Every paper with what it is cited by. number_key: the number as it is compared; search: its words folded for public.holds.';

create view document.basis_v as select from_document, to_document, relation from document.legal_basis;
comment on view document.basis_v is 'Which paper rests on, replaces or amends which.';

create view document.attachment_v as select id, document, name, media_type, size, sha256, at from document.attachment;
comment on view document.attachment_v is 'Every file that was attached, to a paper or to something of another module (document null).';
