import { BarChart, LineChart, ScatterChart, TreemapChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use, type ComposeOption } from 'echarts/core';
import type { BarSeriesOption, LineSeriesOption, ScatterSeriesOption, TreemapSeriesOption } from 'echarts/charts';
import type { GridComponentOption } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, ScatterChart, TreemapChart, GridComponent, SVGRenderer]);

export type ChartOption = ComposeOption<
  BarSeriesOption | LineSeriesOption | ScatterSeriesOption | TreemapSeriesOption | GridComponentOption
>;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * A picture as SVG. echarts numbers classes and clips through the life of the process and brings styles along; all are left out, so that the same
 * option gives the same text, and a strict content security policy has nothing to object to.
 */
export function draw(option: ChartOption, { width, height }: Size): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, ...option });
    return withoutStyles(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

function withoutStyles(svg: string): string {
  return svg
    .replace(/<(style|defs)\b[^>]*>[\s\S]*?<\/\1>/g, '')
    .replace(/<(?!\/)[^<>]+>/g, plainTag)
    .replace(/\n+/g, '\n')
    .trim();
}

/** zrender styles text by properties that are attributes of SVG as well. Text between tags has no angle brackets, as zrender escapes them. */
function plainTag(tag: string): string {
  return tag
    .replace(/ (?:class|clip-path|ecmeta_\w+|pointer-events|xml:space|xmlns:xlink|baseProfile|version)="[^"]*"/g, '')
    .replace(/ font-family="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/g, (_, style: string) => attributesOf(style))
    .replace(/^<svg width="\d+" height="\d+"/, '<svg aria-hidden="true" focusable="false"');
}

function attributesOf(style: string): string {
  return style
    .split(';')
    .map((declaration) => declaration.split(':').map((part) => part.trim()))
    .filter(([name]) => name === 'font-size' || name === 'font-weight')
    .map(([name, value]) => ` ${name ?? ''}="${value ?? ''}"`)
    .join('');
}
