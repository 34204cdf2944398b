export { type Alarm, alarms, type Watched } from './alarms.ts'
export { anomalies, type Judged, type Watch } from './anomalies.ts'
export { type Accuracy, type Backtest, type BacktestRow, backtest } from './backtest.ts'
export { cusum, type Shift } from './cusum.ts'
export { discoveries } from './discoveries.ts'
export {
  type Forecast,
  type ForecastOptions,
  type ForecastPoint,
  forecast,
} from './forecast.ts'
export { type Interval, mae, mape, mase, msis, naiveError, owa, rmse, smape } from './measures.ts'
export { type Method, methods, pointForecast } from './methods.ts'
export type { Refusal } from './notices.ts'
export { type Nowcast, nowcast, type Running } from './nowcast.ts'
export { type EsdTest, generalisedEsd, type ModifiedZ, modifiedZ } from './outliers.ts'
export { autocorrelations, classicalSeason, isSeasonal, type Season } from './seasonality.ts'
export { studentQuantile, studentTail } from './student-t.ts'
export { lastingShifts, type PulledIn, type Tidied, tidy } from './tidy.ts'
