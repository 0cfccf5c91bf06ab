/** The decoder inside unbzip2-stream, which works on plain arrays (the package's entry needs Node streams). */
declare module 'unbzip2-stream/lib/bzip2.js' {
  /** Reads the next `count` bits; `null` skips to the next whole byte. */
  type BitReader = (count: number | null) => number;
  const bzip2: {
    /** Reads the file header; gives the block size in units of 100,000 bytes. */
    header(bits: BitReader): number;
    /** Decodes one block byte by byte into `push`; gives the running checksum, `null` at the end of the stream. */
    decompress(
      bits: BitReader,
      push: (byte: number) => void,
      buffer: Int32Array,
      bufferSize: number,
      checksum: number,
    ): number | null;
  };
  // biome-ignore lint/style/noDefaultExport: this describes a CommonJS module
  export default bzip2;
}
