import { DOMParser, type Document } from '@xmldom/xmldom';

/** Reads XML and objects to whatever isn't well-formed. */
export function readXml(text: string): Document {
  const onError = (level: string, message: string): void => {
    if (level !== 'warning') throw new Error(`${level}: ${message}`);
  };
  return new DOMParser({ onError }).parseFromString(text, 'text/xml');
}

/** The values of an attribute, in document order. */
export function attributeValues(document: Document, element: string, attribute: string): readonly (string | null)[] {
  const found = document.getElementsByTagName(element);
  return Array.from({ length: found.length }, (_, index) => found.item(index)?.getAttribute(attribute) ?? null);
}
