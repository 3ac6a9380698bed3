/** The signs between two cells, as the API knows them. */
export const separatorNames: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };

/** The encodings in which spreadsheets write, as the API knows them. */
export const encodings: Record<string, string> = {
  'UTF-8': 'Unicode (UTF-8)',
  'UTF-16LE': 'Unicode (UTF-16)',
  'UTF-16BE': 'Unicode (UTF-16, big endian)',
  'windows-1252': 'Western European (Windows-1252)',
  'windows-1250': 'Central European (Windows-1250)',
  'windows-1251': 'Cyrillic (Windows-1251)',
  'windows-1253': 'Greek (Windows-1253)',
  'windows-1254': 'Turkish (Windows-1254)',
  Shift_JIS: 'Japanese (Shift JIS)',
  GB18030: 'Chinese, simplified (GB 18030)',
  Big5: 'Chinese, traditional (Big5)',
  'EUC-KR': 'Korean (EUC-KR)',
};

/** How a file becomes cells; null is guessed. */
export interface FileReading {
  encoding: string | null;
  separator: string | null;
}

export const encodingOptions = Object.entries(encodings).map(([value, label]) => ({ value, label }));

export const separatorOptions = Object.entries(separatorNames).map(([value, label]) => ({ value, label }));
