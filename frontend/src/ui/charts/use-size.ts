/** The width a chart has, and the size of text: charts are drawn for their place, never scaled like a picture. */
import { useLayoutEffect, useRef, useState, type RefObject } from "react";

export type Size = { width: number; rem: number };

export function useSize<T extends HTMLElement>(): [RefObject<T | null>, Size | null] {
  const ref = useRef<T>(null);
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const width = Math.round(element.getBoundingClientRect().width);
      const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      setSize((before) => (before?.width === width && before.rem === rem ? before : { width, rem }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}
