/// The texts of a small catalog folder, whole and right.
package enum SampleCatalog {
  /// Path → text.
  package static let files: [String: String] = [
    "sources.csv": """
    # comment
    id,title,publisher,date,grade,address
    lcsc,List,LCSC,2026-05-21,A,https://example.com
    assumed,Assumed,Us,2026-01-01,assumed,
    """,
    "attrition.csv": """
    handling,minimum,per_mille,source
    ic,1,5,assumed
    chip-passive,6,20,lcsc:x
    """,
    "categories.yaml": """
    schema: peidan.categories/1
    categories:
      charger:
        name: {en: battery charger, zh: 充电管理芯片}
        handling: ic
        family: power-ics
        mass: 0.08 g
        parameters:
          topology: {kind: text, en: topology, zh: 拓扑}
          input: {kind: range, unit: V, en: input voltage, zh: 输入电压}
          current: {kind: quantity, unit: A, en: current, zh: 电流}
          buses: {kind: list, en: buses, zh: 总线}
          sink: {kind: flag, en: sink, zh: 灌电流}
    """,
    "parts/power.csv": """
    maker,mpn,category,package,parameters,description_en,description_zh,first_price,best_price,best_from,currency,price_date,price_source,source
    TOP,TP4056,charger,ESOP-8,topology=linear; input=4..8V; current=1A; buses=i2c|spi; sink=true,"charger, linear",充电器,0.2,0.1,1000,USD,2026-05-21,lcsc:C1,lcsc:C1
    UMW,TP4056,charger,ESOP-8,current=500mA,charger,充电器,,,,,,,lcsc:C2
    """,
    "designs/bank.yaml": """
    schema: peidan.design/1
    design:
      id: bank
      name: {en: Power bank, zh: 充电宝}
      chipset: [IP5306]
    """,
    "markets/north/market.yaml": """
    schema: peidan.market/1
    market:
      id: north
      name: {en: North, zh: 北}
      kind: walking
      start: metro
      notice: {en: sample, zh: 样本}
    settings:
      walking.speed: {value: "1.1 m/s", standing: assumed, source: "a walk"}
      hours.default: {value: "Mon-Sat 09:30-18:30", standing: sourced, source: lcsc}
      risk.original: {value: "300 ppm", standing: assumed, source: "x"}
      risk.loose-new: {value: "300 ppm", standing: assumed, source: "x"}
      risk.domestic: {value: "300 ppm", standing: assumed, source: "x"}
      risk.refurbished: {value: "300 ppm", standing: assumed, source: "x"}
      risk.pulled: {value: "300 ppm", standing: assumed, source: "x"}
      risk.clone: {value: "300 ppm", standing: assumed, source: "x"}
    """,
    "markets/north/buildings.csv": """
    id,name_en,name_zh,address,east_m,north_m,closed,source
    SEG,SEG Plaza,赛格,Road 1,0,-5,,lcsc:1
    OLD,Old House,老楼,Road 2,10,5,since 2020,assumed
    """,
    "markets/north/floors.csv": """
    building,floor,width_m,depth_m,families,source
    SEG,1,80,60.5,power-ics,assumed
    SEG,2,80,60,,assumed
    """,
    "markets/north/nodes.csv": """
    id,kind,name_en,name_zh,building,floor,east_m,north_m
    metro,station,Metro,地铁,,,5,-9
    SEG/door,door,Door,门,SEG,1,40,0
    """,
    "markets/north/links.csv": """
    from,to,metres,wait_s,source
    metro,SEG/door,120.25,40,assumed
    """,
    "markets/north/stalls.csv": """
    id,name_en,name_zh,building,floor,counter,east_m,north_m,hours,setup_s,line_s,invoice,invoice_percent,risk,shipping,shipping_days,source
    SEG-1-A1,Wang,王记,SEG,1,A1,10,12.5,Mon-Fri 10:00-18:00,90,20,true,3,1.2,0,0,own visit
    SEG-1-A2,,,SEG,1,A2,10,14,,,,,,,,,own visit
    """,
    "markets/north/offers.csv": """
    stall,maker,mpn,condition,breaks,minimum,multiple,stock,tax,runner_min,seen,source
    SEG-1-A1,TOP,TP4056,original,1:0.35 100:0.21,1,1,5000,excluded,0,2026-11-20,own visit
    """,
    "markets/north/services.yaml": """
    schema: peidan.services/1
    services:
      smt:
        kind: smt
        name: {en: SMT bench, zh: 贴片}
        place: SEG/door
        hours: "Mon-Sat 09:00-20:00"
        limits: {sides: 1..2, boards: 1..200, area: 90000 mm2}
        price: {minimum: 300 CNY, per_joint: 0.03 CNY}
        duration: {base: 2 h, per_joint: 0.3 s}
        standing: assumed
        source: none public
    """,
  ]
}
