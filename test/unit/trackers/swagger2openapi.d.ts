declare module 'swagger2openapi' {
  const converter: {
    convertObj(swagger: unknown, options: { readonly patch: boolean; readonly warnOnly: boolean }): Promise<{ readonly openapi: unknown }>;
  };
  export default converter;
}
