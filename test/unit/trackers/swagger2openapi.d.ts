declare module 'swagger2openapi' {
  export function convertObj(
    swagger: unknown,
    options: { readonly patch: boolean; readonly warnOnly: boolean },
  ): Promise<{ readonly openapi: unknown }>;
}
