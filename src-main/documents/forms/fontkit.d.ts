/**
 * What forms use of fontkit, which comes without types, and that pdfkit takes a font it has read.
 */
declare module 'fontkit' {
  /** A font read from its file. */
  export interface Font {
    readonly postscriptName: string
    layout(text: string): { readonly advanceWidth: number }
  }
  export function create(bytes: Uint8Array): Font
}

declare namespace PDFKit.Mixins {
  interface PDFFont {
    registerFont(name: string, font: { layout(text: string): { readonly advanceWidth: number } }): this
  }
}
