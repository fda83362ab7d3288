import { DOMParser, type Document } from '@xmldom/xmldom';

/** Reads XML and objects to whatever isn't well-formed. */
export function readXml(text: string): Document {
  const onError = (level: string, message: string): void => {
    throw new Error(`${level}: ${message}`);
  };
  return new DOMParser({ onError }).parseFromString(text, 'text/xml');
}

/** The values of an attribute, in document order. */
export function attributeValues(document: Document, element: string, attribute: string): readonly (string | null)[] {
  return [...document.getElementsByTagName(element)].map((each) => each.getAttribute(attribute));
}
