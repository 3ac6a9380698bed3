/** The kinds of files that a deal takes, for the browser's dialog; the server judges by the content. */
export const fileKinds = '.pdf,.png,.jpg,.jpeg,.gif,.webp,.txt,.csv,.docx,.xlsx,.pptx,.odt,.ods,.odp';
