# SPDX-License-Identifier: GPL-3.0-or-later
"""Small rasters whose results are known: left half red, right half green."""

import numpy as np
from osgeo import gdal, osr

gdal.UseExceptions()


def halves(width=96, height=64, swap=False):
    pixels = np.full((3, height, width), 20, np.uint8)
    left, right = (1, 0) if swap else (0, 1)
    pixels[left, :, : width // 2] = 200
    pixels[right, :, width // 2 :] = 200
    return pixels


def write(path, pixels, epsg=32632, transform=(500000.0, 1.0, 0.0, 5400000.0, 0.0, -1.0), nodata=None):
    bands, height, width = pixels.shape
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), width, height, bands, gdal.GDT_Byte)
    if transform is not None:
        dataset.SetGeoTransform(transform)
    if epsg:
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(epsg)
        dataset.SetProjection(reference.ExportToWkt())
    for band in range(bands):
        dataset.GetRasterBand(band + 1).WriteRaster(0, 0, width, height, pixels[band].tobytes())
        if nodata is not None:
            dataset.GetRasterBand(band + 1).SetNoDataValue(nodata)
    dataset.FlushCache()
    return str(path)


def read(path):
    dataset = gdal.Open(str(path))
    band = dataset.GetRasterBand(1)
    kind = {gdal.GDT_Byte: np.uint8, gdal.GDT_Float32: np.float32}.get(band.DataType, np.float64)
    data = band.ReadRaster(0, 0, dataset.RasterXSize, dataset.RasterYSize)
    return np.frombuffer(data, kind).reshape(dataset.RasterYSize, dataset.RasterXSize)


def grid(path):
    dataset = gdal.Open(str(path))
    return dataset.RasterXSize, dataset.RasterYSize, dataset.GetGeoTransform(), dataset.GetProjection()
